import { say } from '../app/language';
import { Say, Text } from '../app/parts';
import { nameOf } from '../supervisor/campaign';
import { readingOf } from './reading';
import type { Definition, Figure } from './server';
import { baseOf, lacking, shown, textOf } from './values';

/** A figure in a table, with a bar of its share where it is one, and how many are missing where any are. */
export function FigureCell({ figure, unit, head }: { readonly figure: Figure | undefined; readonly unit: string; readonly head: string }) {
  const known = figure?.value !== undefined;
  return (
    <td class="figure-cell number" data-head={head} title={figure && !figure.withheld ? baseOf(figure) : undefined}>
      <span class={known ? '' : 'quiet'}>{textOf(figure, unit)}</span>
      {known && unit === 'share' && <ShareBar value={figure.value!} />}
      {known && (figure.missing ?? 0) > 0 && <span class="quiet small missing">{say('indicators.missing', { n: figure.missing! })}</span>}
    </td>
  );
}

/** A share from 0 to 1; what is beyond is cut off, the number beside says it. */
export function ShareBar({ value }: { readonly value: number }) {
  return (
    <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rest" width="100" height="6" />
      <rect class="part" width={100 * Math.min(1, Math.max(0, value))} height="6" />
    </svg>
  );
}

/** A figure that leads the page: its value, what it stands on, what is missing, and its definition a click away. */
export function Headline({ figure, definition }: { readonly figure: Figure | undefined; readonly definition: Definition | undefined }) {
  if (!definition) return null;
  const reading = readingOf(figure?.note);
  return (
    <section class="headline" aria-label={nameOf(definition.name)}>
      <h2>
        <Text>{nameOf(definition.name)}</Text>
      </h2>
      <p class={figure?.value === undefined ? 'headline-value quiet' : 'headline-value number'}>
        {figure?.value === undefined ? lacking(figure) : shown(figure.value, definition.unit)}
      </p>
      {figure?.lower !== undefined && figure.upper !== undefined && (
        <p class="small number">
          <Say word="indicators.interval" values={{ lower: shown(figure.lower, definition.unit), upper: shown(figure.upper, definition.unit) }} />
        </p>
      )}
      {reading && (
        <p class="small">
          <Say
            word="indicators.reading"
            values={{ limit: shown(reading.limit, definition.unit), official: verdict(reading.official), sure: verdict(reading.sure) }}
          />
        </p>
      )}
      <p class="quiet small">{figure && !figure.withheld ? baseOf(figure) : say('indicators.withheld-why')}</p>
      <Meaning of={definition} />
    </section>
  );
}

function verdict(word: string): string {
  if (word === 'passed') return say('indicators.verdict.passed');
  if (word === 'failed') return say('indicators.verdict.failed');
  return say(word === 'undecided' ? 'indicators.verdict.undecided' : 'indicators.verdict.unknown');
}

/** What a figure means, of whom, by which formula, and where that comes from. */
export function Meaning({ of }: { readonly of: Definition }) {
  return (
    <details class="meaning">
      <summary class="small">
        <Say word="indicators.definition" />
        <span class="only-heard"> {nameOf(of.name)}</span>
      </summary>
      <dl class="small">
        <dd>
          <Text>{nameOf(of.definition)}</Text>
        </dd>
        <dt class="quiet">
          <Say word="indicators.universe" />
        </dt>
        <dd>
          <Text>{nameOf(of.universe)}</Text>
        </dd>
        <dt class="quiet">
          <Say word="indicators.formula" />
        </dt>
        <dd class="code">
          <Text>{nameOf(of.formula)}</Text>
        </dd>
        <dt class="quiet">
          <Say word="indicators.source" />
        </dt>
        <dd>
          <Text>{of.source}</Text>
        </dd>
      </dl>
    </details>
  );
}
