import type { ComponentChildren } from 'preact';
import { Icon } from '../../app/icons';
import { language } from '../../app/language';
import { PageHead, Say, Text } from '../../app/parts';
import type { Section } from '../../runtime';
import { GpsPanel } from './gps';
import { goTo } from './moves';
import { OpenList } from './notes';
import { QuestionCard } from './question';
import { FINISH } from './sections';
import type { Sitting } from './sitting';

/** The questions of one section, one under the other. */
export function SectionPage({ sitting, section }: { readonly sitting: Sitting; readonly section: Section }) {
  return (
    <main class="page stack interview-page" data-section={section.name}>
      <PageHead>
        <Text>{sitting.form.sectionTitle(section.name, language.value)}</Text>
      </PageHead>
      <Questions sitting={sitting} pointers={section.questions} />
      <OpenList sitting={sitting} group={section.name} />
      <Steps sitting={sitting} section={section.name} />
    </main>
  );
}

/** Questions in order; places on the ground, asked one after the other, share one button that fills them all. */
export function Questions({ sitting, pointers }: { readonly sitting: Sitting; readonly pointers: readonly string[] }) {
  const isGps = (pointer: string | undefined) => pointer !== undefined && sitting.form.question(pointer)?.hints.widget === 'gps';
  return (
    <>
      {pointers.map((pointer, at) => (
        <>
          {isGps(pointer) && !isGps(pointers[at - 1]) && (
            <GpsPanel key={`gps ${pointer}`} sitting={sitting} pointers={pointers.slice(at).filter((each, next) => next < 3 && isGps(each))} />
          )}
          <QuestionCard key={pointer} sitting={sitting} pointer={pointer} />
        </>
      ))}
    </>
  );
}

/** The way back and the way on, always in reach of the thumb. */
export function Steps({ sitting, section, children }: { readonly sitting: Sitting; readonly section: string; readonly children?: ComponentChildren }) {
  const names = [...sitting.form.sections().map(({ name }) => name), FINISH];
  const at = names.indexOf(section);
  const [before, after] = [names[at - 1], names[at + 1]];
  return (
    <nav class="steps">
      {before !== undefined && (
        <button type="button" class="button" onClick={() => goTo(before)}>
          <Icon name="back" />
          <Say word="interview.before" />
        </button>
      )}
      {children}
      {after !== undefined && (
        <button type="button" class="button main" onClick={() => goTo(after)}>
          <span>
            <Say word="interview.next" /> <SectionName sitting={sitting} name={after} />
          </span>
          <Icon name="next" />
        </button>
      )}
    </nav>
  );
}

function SectionName({ sitting, name }: { readonly sitting: Sitting; readonly name: string }) {
  if (name === FINISH) return <Say word="finish.head" />;
  return <Text>{sitting.form.sectionTitle(name, language.value)}</Text>;
}
