import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { Say, Text } from '../app/parts';
import { Trouble } from '../app/trouble';
import { Areas, TakeBack, What } from './permit-parts';
import type { Permit } from './server';

const LONGEST = 500;

interface Props {
  readonly permits: readonly Permit[];
  readonly changed: (what: string) => void;
}

/** What others ask for, for the second person to decide. */
export function Waiting({ permits, changed }: Props) {
  return (
    <Section id="waiting-permits" head="permits.waiting" none="permits.none-waiting" permits={permits}>
      {(each) => <Decision of={each} changed={changed} />}
    </Section>
  );
}

/** What was allowed and still holds: it can be taken back. */
export function Standing({ permits, changed }: Props) {
  if (permits.length === 0) return null;
  return (
    <Section id="standing-permits" head="permits.standing" none="permits.none-waiting" permits={permits}>
      {(each) => (
        <div>
          <TakeBack of={each} changed={changed} />
        </div>
      )}
    </Section>
  );
}

function Section(props: {
  readonly id: string;
  readonly head: Word;
  readonly none: Word;
  readonly permits: readonly Permit[];
  readonly children: (permit: Permit) => ComponentChildren;
}) {
  return (
    <section class="stack" aria-labelledby={props.id}>
      <h2 id={props.id}>
        <Say word={props.head} />
      </h2>
      {props.permits.length === 0 && (
        <p class="quiet">
          <Say word={props.none} />
        </p>
      )}
      {props.permits.length > 0 && (
        <ul class="stack">
          {props.permits.map((each) => (
            <li key={each.id} class="dataset stack">
              <h3>
                {each.account}: <What of={each} />
              </h3>
              <Facts of={each} />
              {props.children(each)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ of }: { readonly of: Permit }) {
  return (
    <dl class="dataset-facts">
      <Fact word="permits.purpose-said">
        <Text>{of.purpose}</Text>
      </Fact>
      <Fact word="permits.areas">
        <Areas of={of} />
      </Fact>
      <Fact word="permits.for">
        {of.until === undefined ? <Say word="permits.for-days" values={{ days: of.days }} /> : <Say word="permits.until" values={{ at: moment(of.until) }} />}
      </Fact>
      <Fact word="exports.asked-at">{moment(of.askedAt)}</Fact>
    </dl>
  );
}

function Fact({ word, children }: { readonly word: Word; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt class="quiet small">
        <Say word={word} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Decision({ of, changed }: { readonly of: Permit; readonly changed: (what: string) => void }) {
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const decide = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const approve = (event.submitter as HTMLButtonElement).value === 'yes';
    setState('working');
    const note = String(new FormData(form).get('note') ?? '').trim();
    const reply = await ask<Permit>('POST', `/api/permits/${of.id}/decision`, { approve, note });
    setState(reply.kind === 'ok' ? 'ready' : reply.kind === 'offline' ? 'offline' : reply.problem);
    if (reply.kind === 'ok') {
      changed(approve ? say('permits.approved', { account: of.account, at: moment(reply.body.until ?? '') }) : say('permits.refused', { account: of.account }));
    }
  };
  return (
    <form class="stack" onSubmit={(event) => void decide(event)}>
      <label class="field">
        <span>
          <Say word="permits.why" />
        </span>
        <textarea class="input" name="note" rows={2} maxLength={LONGEST} required />
      </label>
      <Trouble state={state} offline="problem.offline" wordsOf={({ detail }) => detail} />
      <div class="row">
        <button type="submit" name="decision" value="yes" class="button main" disabled={state === 'working'}>
          <Icon name="check" />
          <Say word="permits.allow" />
        </button>
        <button type="submit" name="decision" value="no" class="button" disabled={state === 'working'}>
          <Icon name="cross" />
          <Say word="permits.refuse" />
        </button>
      </div>
    </form>
  );
}
