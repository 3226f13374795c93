import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask, kindOf, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { isWord, language, say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { place } from '../app/router';
import { Brand, Menu } from '../app/shell';
import { Trouble } from '../app/trouble';
import { loadForm, type Bundle } from '../runtime';
import { newSubmission, type Body, type Draft } from '../tablet/drafts';
import { OpenList } from '../tablet/interview/notes';
import { Questions } from '../tablet/interview/section';
import { Sitting } from '../tablet/interview/sitting';
import type { Unit } from '../tablet/assignments';
import '../tablet/tablet.css';
import '../tablet/interview/interview.css';
import './survey.css';

interface Survey {
  readonly campaign: string;
  readonly name: { readonly zh?: string; readonly en?: string };
  readonly open: boolean;
  readonly starts: string;
  readonly ends: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly form: Bundle;
}

/** An anonymous survey for whoever has a ballot: nothing is kept on the device, nobody signs in. */
export default function SurveyFace() {
  const campaign = place.value.pathname.split('/')[2] ?? '';
  const loaded = useLoad<Survey>(`/api/surveys/${encodeURIComponent(campaign)}`, 'once');
  return (
    <>
      <header class="bar">
        <Brand />
        <span class="room" />
        <Menu />
      </header>
      <Loading of={loaded} lines={8}>
        {(survey) => (survey.open ? <Asking survey={survey} /> : <Closed survey={survey} />)}
      </Loading>
    </>
  );
}

function Title({ survey }: { readonly survey: Survey }) {
  const { zh = '', en = '' } = survey.name;
  return (
    <PageHead>
      <Text>{(language.value === 'en' ? en || zh : zh || en) || survey.campaign}</Text>
    </PageHead>
  );
}

function Closed({ survey }: { readonly survey: Survey }) {
  return (
    <main class="page stack">
      <Title survey={survey} />
      <p>
        <Say word="survey.closed" values={{ starts: survey.starts, ends: survey.ends }} />
      </p>
    </main>
  );
}

function Asking({ survey }: { readonly survey: Survey }) {
  const [state, setState] = useState<'asking' | 'working' | 'offline' | 'done' | Problem>('asking');
  const [ballot, setBallot] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef('');
  typed.current = ballot;
  const sitting = useMemo(() => sittingOf(survey, () => typed.current), [survey]);
  useEffect(() => {
    if (state === 'done') return;
    const hold = (event: BeforeUnloadEvent) => {
      if (typed.current !== '' || Object.keys(sitting.interview.answers).length > 0) event.preventDefault();
    };
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [sitting, state]);
  const stands = sitting.board.all.value.some((note) => sitting.board.stands(note));

  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    sitting.board.refresh();
    if (sitting.board.all.value.some((note) => sitting.board.stands(note))) return;
    setState('working');
    try {
      await sitting.finish();
      setState('done');
      scrollTo(0, 0);
    } catch (trouble) {
      const problem = trouble instanceof NotTaken ? trouble.problem : undefined;
      setState(problem ?? 'offline');
      if (problem && BALLOT.has(kindOf(problem))) field.current?.focus();
    }
  };

  if (state === 'done') {
    return (
      <main class="page stack">
        <PageHead>
          <Say word="survey.done" />
        </PageHead>
        <p>
          <Say word="survey.done.what" />
        </p>
      </main>
    );
  }
  return (
    <main class="page stack interview-page survey">
      <Title survey={survey} />
      <Notice tone="info" icon="lock">
        <Say word="survey.promise" />
      </Notice>
      <form class="stack" onSubmit={(event) => void give(event)}>
        <div class="question">
          <label for="ballot">
            <Say word="survey.ballot" />
          </label>
          <p class="hint quiet" id="ballot-hint">
            <Say word="survey.ballot.hint" />
          </p>
          <input
            ref={field}
            id="ballot"
            class="input ballot"
            value={ballot}
            required
            maxLength={20}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="ballot-hint"
            onInput={(event) => setBallot(event.currentTarget.value)}
          />
        </div>
        {sitting.form.sections().map((section) => (
          <section key={section.name} class="stack" aria-labelledby={`section-${section.name}`}>
            <h2 id={`section-${section.name}`}>
              <Text>{sitting.form.sectionTitle(section.name, language.value)}</Text>
            </h2>
            <Questions sitting={sitting} pointers={section.roster === undefined ? section.questions : [section.roster]} />
            {stands && <OpenList sitting={sitting} group={section.name} />}
          </section>
        ))}
        <Trouble state={state} offline="survey.offline" wordsOf={wordsOf} />
        <p>
          <button type="submit" class="button main wide" disabled={state === 'working'}>
            <Icon name="check" />
            <Say word={state === 'working' ? 'survey.working' : 'survey.send'} />
          </button>
        </p>
      </form>
    </main>
  );
}

const BALLOT = new Set(['unknown-ballot', 'ballot-used']);

function wordsOf(problem: Problem): string {
  const word = `survey.refused.${kindOf(problem)}`;
  if (isWord(word)) return say(word as Word);
  return problem.errors?.some(({ pointer }) => pointer === '#/ballot') ? say('survey.refused.unknown-ballot') : problem.detail;
}

class NotTaken extends Error {
  constructor(readonly problem: Problem | undefined) {
    super('not taken');
  }
}

/** The questions as a tablet asks them, but with nothing behind that remembers: what is finished is sent at once. */
function sittingOf(survey: Survey, ballot: () => string): Sitting {
  const form = survey.form.form;
  const unit = { unit: survey.campaign, campaign: survey.campaign, area: '', form, prefill: {}, context: survey.context } as unknown as Unit;
  const draft: Draft = {
    ...newSubmission(),
    unit: survey.campaign,
    campaign: survey.campaign,
    form,
    answers: {},
    missing: {},
    reasons: {},
    unreadable: {},
    began: '',
    resumed: 0,
    languages: [],
  };
  return new Sitting(loadForm(survey.form), unit, draft, {
    save: () => Promise.resolve(),
    photo: () => Promise.resolve(undefined),
    keepPhoto: () => Promise.reject(new Error('an anonymous survey takes no photos')),
    finish: async (_: Draft, { answers, missing }: Body) => {
      const path = `/api/surveys/${encodeURIComponent(survey.campaign)}/answers`;
      const reply = await ask('PUT', path, { ballot: ballot(), form, answers, missing });
      if (reply.kind !== 'ok') throw new NotTaken(reply.kind === 'refused' ? reply.problem : undefined);
    },
  });
}
