import { say, type Word } from '../app/language';
import { Say } from '../app/parts';
import type { Figures } from './server';
import { shown, textOf } from './values';

const PARTS = ['food', 'clothing', 'education', 'health', 'housing', 'water', 'income', 'exit'] as const;
const MARKS = ['pass', 'fail', 'unknown'] as const;

/** Which of the seven parts households meet: a bar for each, with what is not known kept apart. */
export function Compliance({ figures }: { readonly figures: Figures }) {
  if (!figures['compliance.exit.pass']) return null;
  return (
    <section class="stack" aria-labelledby="compliance-head">
      <h2 id="compliance-head">
        <Say word="indicators.compliance" />
      </h2>
      <p class="legend row small">
        {MARKS.map((mark) => (
          <span key={mark}>
            <svg class="key" viewBox="0 0 12 12" aria-hidden="true">
              <rect class={mark} width="12" height="12" />
            </svg>{' '}
            <Say word={`indicators.mark.${mark}`} />
          </span>
        ))}
      </p>
      <table class="rows compliance">
        <thead>
          <tr>
            <th scope="col">
              <Say word="indicators.part" />
            </th>
            <th scope="col">
              <span class="only-heard">{say('indicators.shares')}</span>
            </th>
            {MARKS.map((mark) => (
              <th key={mark} scope="col">
                <Say word={`indicators.mark.${mark}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => {
            const shares = MARKS.map((mark) => figures[`compliance.${part}.${mark}`]);
            return (
              <tr key={part} class={part === 'exit' ? 'all-parts' : ''}>
                <th scope="row">
                  <Say word={`indicators.part.${part}` as Word} />
                </th>
                <td class="stacked-cell">
                  <Stacked shares={shares.map((figure) => figure?.value)} />
                </td>
                {MARKS.map((mark, i) => (
                  <td key={mark} class="number" data-head={say(`indicators.mark.${mark}`)}>
                    {textOf(shares[i], 'share')}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Met, not met, unknown beside one another; hatched where there is nothing to show. */
function Stacked({ shares }: { readonly shares: readonly (number | undefined)[] }) {
  if (shares.some((share) => share === undefined)) return <div class="coverage none" aria-hidden="true" />;
  let from = 0;
  return (
    <svg class="stacked" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={MARKS.map((mark, i) => `${say(`indicators.mark.${mark}`)} ${shown(shares[i]!, 'share')}`).join(', ')}>
      {MARKS.map((mark, i) => {
        const width = 100 * Math.max(0, Math.min(1, shares[i]!));
        const x = from;
        from += width;
        return <rect key={mark} class={mark} x={x} width={width} height="12" />;
      })}
    </svg>
  );
}
