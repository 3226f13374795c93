import { useMemo, useState } from 'preact/hooks';
import { type Bundle, type Form, type Interview, type Json, loadForm } from '../runtime/index';
import { moment } from '../app/format';
import { say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { progressAddress } from './addresses';
import { SectionAnswers } from './answers';
import { topOf, topsOf, waysTo } from './area';
import { FindingList, FindingText, type Found, foundIn } from './findings';
import { StateBadge } from './households';
import { bundlePath } from './results';
import { useMarks } from './marks';
import { Moves, ReviewForm } from './review';
import { Revisions } from './revisions';
import type { Submission } from './server';
import { LikelyDoubles } from './doubles';
import { Ways } from './ways';

/** A submission as one reads it: what was answered, section by section, and what is odd about it, where it is. */
export function SubmissionPage({ id }: { readonly id: string }) {
  const loaded = useLoad<Submission>(`/api/submissions/${id}`);
  const bundle = useLoad<Bundle>(loaded.body && bundlePath(loaded.body.form), 'once');
  return (
    <main class="desk stack">
      {loaded.body === undefined && (
        <PageHead>
          <Say word="submission.head" values={{ unit: '' }} />
        </PageHead>
      )}
      <Loading of={loaded} lines={12}>
        {(submission) => (
          <>
            <Head submission={submission} />
            <LikelyDoubles submission={submission} />
            <Loading of={bundle} lines={12}>
              {(form) => <Reading submission={submission} bundle={form} reload={loaded.reload} />}
            </Loading>
          </>
        )}
      </Loading>
    </main>
  );
}

function Head({ submission }: { readonly submission: Submission }) {
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  const latest = submission.revisions.at(-1);
  return (
    <>
      <Ways ways={[...waysTo(submission.area, topOf(submission.area, tops)), submission.unit]} campaign={submission.campaign} tops={[]} />
      <header class="row page-top">
        <PageHead>
          <Say word="submission.head" values={{ unit: submission.unit }} />
        </PageHead>
        <StateBadge state={submission.state} />
        {latest && (
          <p class="quiet as-of">
            <Say word="submission.latest" values={{ n: latest.number, at: moment(latest.receivedAt), author: latest.author }} />
          </p>
        )}
      </header>
      <p>
        <a href={progressAddress(submission.area, submission.campaign)}>
          <Say word="submission.to-village" />
        </a>
      </p>
    </>
  );
}

function Reading({ submission, bundle, reload }: { readonly submission: Submission; readonly bundle: Bundle; readonly reload: () => void }) {
  const { form, interview, found } = useMemo(() => read(submission, bundle), [submission, bundle]);
  const [wanted, choose] = useState(submission.steps[0]);
  const step = submission.steps.find((each) => each === wanted) ?? submission.steps[0];
  const marks = useMarks();
  const marking = step === 'return' ? { marks } : {};
  return (
    <div class="reading">
      <div class="stack">
        {step && <ReviewForm submission={submission} form={form} reload={reload} step={step} choose={choose} marks={marks} />}
        <FindingList form={form} found={found} />
        {submission.crossChecks && <CrossChecks form={form} now={submission.crossChecks} arrived={submission.revisions.at(-1)?.receivedAt ?? ''} />}
        {form.sections().map((section) => (
          <SectionAnswers key={section.name} section={section} form={form} interview={interview} found={found} submission={submission} {...marking} />
        ))}
      </div>
      <aside class="stack" aria-label={say('submission.about')}>
        <dl class="facts">
          <Fact word="submission.form">{`${bundle.form.name} ${bundle.form.version}`}</Fact>
          <Fact word="submission.campaign">{submission.campaign}</Fact>
          <Fact word="submission.id">{submission.submission}</Fact>
        </dl>
        <Moves moves={submission.moves} form={form} />
        <Revisions revisions={submission.revisions} />
      </aside>
    </div>
  );
}

/** The list above is of the day it arrived; what is compared with other interviews may be otherwise by now. */
function CrossChecks({ form, now, arrived }: { readonly form: Form; readonly now: NonNullable<Submission['crossChecks']>; readonly arrived: string }) {
  const found = foundIn(now.findings);
  const interviews = Math.max(0, ...Object.values(now.context).map((known) => known.interviews ?? 0));
  return (
    <section class="stack" aria-labelledby="cross-checks">
      <h2 id="cross-checks">
        <Say word="cross.head" />
      </h2>
      <p class="quiet">
        <Say word="cross.about" values={{ n: interviews, now: moment(now.asOf), arrived: moment(arrived) }} />
      </p>
      {found.length === 0 ? (
        <p>
          <Say word="cross.none" />
        </p>
      ) : (
        <ul class="finding-list">
          {found.map((one) => (
            <li key={`${one.check} ${one.pointer}`}>
              <FindingText form={form} found={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Fact({ word, children }: { readonly word: 'submission.form' | 'submission.campaign' | 'submission.id'; readonly children: string }) {
  return (
    <div>
      <dt class="quiet small">
        <Say word={word} />
      </dt>
      <dd>
        <Text>{children}</Text>
      </dd>
    </div>
  );
}

function read(submission: Submission, bundle: Bundle): { readonly form: Form; readonly interview: Interview; readonly found: readonly Found[] } {
  const form = loadForm(bundle);
  const known = Object.entries(submission.revisions.at(-1)?.context ?? {}).map(([name, { value }]) => [name, value ?? null] as const);
  const interview = form.start({ answers: submission.answers, missing: submission.missing, context: Object.fromEntries(known) as Json });
  return { form, interview, found: foundIn(submission.revisions.at(-1)?.findings ?? []) };
}
