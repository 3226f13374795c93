import { say } from '../app/language';
import { Say, Text } from '../app/parts';
import { type Bench, wordOf } from './bench';
import { bits, chance, comparisonName, levelName } from './pairs';
import type { Waterfall as Weights } from './server';

interface Bar {
  readonly name: string;
  readonly level: string;
  readonly from: number;
  readonly to: number;
}

/** From what any two records start with to what this pair ends with, a bar for each comparison. */
export function Waterfall({ of: weights, bench }: { readonly of: Weights; readonly bench: Bench }) {
  const bars = barsOf(weights, say(wordOf(bench, 'prior')));
  const low = Math.min(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const high = Math.max(0, ...bars.flatMap(({ from, to }) => [from, to]));
  const at = (value: number) => (100 * (value - low)) / Math.max(1, high - low);
  return (
    <section class="stack" aria-labelledby="why">
      <h2 id="why">
        <Say word={wordOf(bench, 'why')} />
      </h2>
      <p class="quiet small">
        <Say word={wordOf(bench, 'why-about')} />
      </p>
      <table class="waterfall">
        <thead class="only-heard">
          <tr>
            <th scope="col">{say('linkage.comparison')}</th>
            <th scope="col">{say('linkage.bits')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={`${bar.name} ${bar.level}`}>
              <th scope="row">
                <Text>{bar.name}</Text> <span class="quiet small"><Text>{bar.level}</Text></span>
              </th>
              <td class="number">{bits(bar.to - bar.from)}</td>
              <td class="drawn" aria-hidden="true">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                  <rect class="zero" x={at(0) - 0.15} width="0.3" height="10" />
                  <rect class={bar.to < bar.from ? 'against' : 'for'} x={Math.min(at(bar.from), at(bar.to))} y="1" width={Math.max(0.6, Math.abs(at(bar.to) - at(bar.from)))} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Say word="linkage.together" /> <span class="quiet small number">{chance(weights.probability)}</span>
            </th>
            <td class="number">{bits(weights.weight)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function barsOf({ prior, steps }: Weights, any: string): readonly Bar[] {
  let sum = 0;
  const next = (name: string, level: string, weight: number): Bar => {
    const from = sum;
    sum += weight;
    return { name, level, from, to: sum };
  };
  const first = next(any, '', prior);
  const later = steps.flatMap((step) => [
    next(comparisonName(step.comparison), levelName(step.level), step.weight),
    ...(step.frequency === 0 ? [] : [next(comparisonName(step.comparison), say(step.frequency > 0 ? 'linkage.rare' : 'linkage.common'), step.frequency)]),
  ]);
  return [first, ...later];
}
