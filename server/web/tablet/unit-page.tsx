import { useEffect, useState } from 'preact/hooks';
import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { isWord, say } from '../app/language';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { questionAt } from '../app/question';
import { go } from '../app/router';
import type { Form } from '../runtime';
import type { UnitOnList } from './assignments';
import type { ParcelRow } from './book';
import { newSubmission } from './drafts';
import { formOf } from './interview/forms';
import { otherBegun, type OtherBegun } from './interview/version';
import type { Satchel } from './satchel';
import { StandingMark } from './standing';
import { headOf } from './units';

/** One household: where it stands and the one thing to do next. */
export function UnitPage({ satchel, id }: { readonly satchel: Satchel; readonly id: string }) {
  const unit = satchel.units.value?.find((each) => each.unit === id);
  if (!unit) {
    return (
      <main class="page stack">
        <Back />
        <PageHead>
          <Say word="unit.unknown" />
        </PageHead>
      </main>
    );
  }
  const standing = satchel.standing(unit);
  const parcel = satchel.overview.value.parcels.get(id);
  return (
    <main class="page stack">
      <Back />
      <PageHead>
        <span lang="zh-CN">{headOf(unit) || unit.address}</span>
      </PageHead>
      <div class="facts">
        <StandingMark standing={standing} />
        <p lang="zh-CN">{unit.areaName}</p>
        {headOf(unit) && <p lang="zh-CN">{unit.address}</p>}
        <p class="quiet number">{unit.unit}</p>
      </div>
      {unit.gone && (
        <Notice tone="caution">
          <Say word="unit.gone" />
        </Notice>
      )}
      <Returned satchel={satchel} unit={unit} />
      {parcel?.refusal ? <Refused satchel={satchel} unit={unit} parcel={parcel} /> : <Next satchel={satchel} unit={unit} />}
    </main>
  );
}

function Back() {
  return (
    <p>
      <a class="button plain back" href="/tablet">
        <Icon name="back" />
        <Say word="unit.back" />
      </a>
    </p>
  );
}

function Next({ satchel, unit }: { readonly satchel: Satchel; readonly unit: UnitOnList }) {
  const standing = satchel.standing(unit);
  const interview = `/tablet/interview/${encodeURIComponent(unit.unit)}`;
  const receipt = satchel.overview.value.receipts.get(unit.unit);
  if (standing === 'not-started' || standing === 'draft' || standing === 'returned') {
    return (
      <>
        {standing === 'draft' && <OtherVersion satchel={satchel} unit={unit} />}
        <a class="button main" href={interview}>
          <Icon name="pencil" />
          <Say word={standing === 'draft' ? 'unit.continue' : standing === 'returned' ? 'unit.returned.open' : 'unit.start'} />
        </a>
      </>
    );
  }
  if (standing === 'waiting') {
    return (
      <Notice tone="info">
        <Say word="unit.waiting" />
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="success">
        {receipt ? <Say word="unit.sent" values={{ at: moment(receipt.receivedAt), number: receipt.number }} /> : <Say word="unit.sent-elsewhere" />}
      </Notice>
      {receipt && (
        <>
          <p class="quiet">
            <Say word="unit.again.why" />
          </p>
          <a class="button" href={interview}>
            <Icon name="pencil" />
            <Say word="unit.again" />
          </a>
        </>
      )}
    </>
  );
}

/** Why the office sent it back, while it is to be mended. */
function Returned({ satchel, unit }: { readonly satchel: Satchel; readonly unit: UnitOnList }) {
  const returned = satchel.returned(unit);
  const [form, setForm] = useState<Form | undefined>(undefined);
  useEffect(() => void formOf(satchel.assignments, unit.form).then(setForm), [unit.form.version]);
  if (!returned) return null;
  return (
    <Notice tone="danger">
      <strong>
        <Say word="unit.returned" />
      </strong>
      <Text>{returned.reason}</Text>
      {form && returned.fields.length > 0 && (
        <ul class="bullets">
          {returned.fields.map((field) => (
            <li key={field}>
              <Text>{questionAt(form, field)}</Text>
            </li>
          ))}
        </ul>
      )}
      <span class="quiet">
        <Say word="unit.returned.about" />
      </span>
    </Notice>
  );
}

/** The campaign has moved to another version since this interview was begun: both are taken, and nothing is carried over by itself. */
function OtherVersion({ satchel, unit }: { readonly satchel: Satchel; readonly unit: UnitOnList }) {
  const [other, setOther] = useState<OtherBegun | undefined>(undefined);
  useEffect(() => void otherBegun(satchel, unit).then(setOther), [unit.form.version]);
  if (!other) return null;
  const anew = async () => {
    await satchel.drafts.discard(unit.unit);
    go(`/tablet/interview/${encodeURIComponent(unit.unit)}`);
  };
  return (
    <>
      <Notice tone="info">
        <Say word={other.untouched ? 'unit.version.empty' : 'unit.version.begun'} values={{ begun: other.begun, now: unit.form.version }} />
      </Notice>
      {other.untouched && (
        <button type="button" class="button" onClick={() => void anew()}>
          <Icon name="pencil" />
          <Say word="unit.version.anew" values={{ now: unit.form.version }} />
        </button>
      )}
    </>
  );
}

/** Why the server did not take it, and what to do: the interview itself is safe. */
function Refused({ satchel, unit, parcel }: { readonly satchel: Satchel; readonly unit: UnitOnList; readonly parcel: ParcelRow }) {
  const [form, setForm] = useState<Form | undefined>(undefined);
  useEffect(() => void formOf(satchel.assignments, unit.form).then(setForm), []);
  const { kind, detail, errors, next } = parcel.refusal!;
  const key = `refusal.${kind}`;
  const reopen = async () => {
    const as = kind === 'unit-mismatch' ? newSubmission() : { submission: parcel.submission, number: next ?? parcel.number + (kind === 'revision-taken' ? 1 : 0) };
    await satchel.drafts.reopen(parcel, as);
    go(`/tablet/interview/${encodeURIComponent(unit.unit)}`);
  };
  const again = async () => {
    await satchel.outbox.release(parcel);
    void satchel.courier.go();
  };
  return (
    <>
      <Notice tone="danger">
        <strong>
          <Say word="unit.refused" />
        </strong>
        <Text>{isWord(key) ? say(key) : detail || say('refusal.other')}</Text>
        {errors.length > 0 && (
          <ul class="bullets">
            {errors.slice(0, 20).map((error) => (
              <li key={error.pointer + error.detail}>
                {form && <Text>{questionAt(form, error.pointer)}</Text>} <span class="quiet">{error.detail}</span>
              </li>
            ))}
          </ul>
        )}
        <Say word="unit.refused.kept" />
      </Notice>
      <button type="button" class="button main" onClick={() => void reopen()}>
        <Icon name="pencil" />
        <Say word="unit.reopen" />
      </button>
      <button type="button" class="button" onClick={() => void again()}>
        <Icon name="send" />
        <Say word="unit.send-again" />
      </button>
    </>
  );
}
