import { say } from '../app/language';
import type { Day, Row } from './server';

/** How much of an area is enumerated, with a mark where it should be today; hatched while nothing has come. */
export function Coverage({ row }: { readonly row: Row }) {
  if (row.units === 0 || row.enumerated === 0) return <div class="coverage none" aria-hidden="true" />;
  const done = scaled(row.enumerated, row.units);
  const expected = scaled(row.expectedToday, row.units);
  return (
    <svg class="coverage" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rest" width="100" height="10" />
      <rect class={row.enumerated < row.expectedToday ? 'done behind' : 'done'} width={done} height="10" />
      <rect class="mark" x={Math.max(0, expected - 0.5)} width="1" height="10" />
    </svg>
  );
}

/** Arrivals of the last days, one column each; in words for those who do not see it. */
export function Sparkline({ days }: { readonly days: readonly Day[] }) {
  const most = Math.max(1, ...days.map((day) => day.arrived));
  const words = days.map((day) => `${day.day.slice(5)}: ${day.arrived}`).join(', ');
  return (
    <svg class="sparkline" viewBox={`0 0 ${Math.max(1, days.length) * 6} 24`} preserveAspectRatio="xMinYMid meet" role="img" aria-label={`${say('progress.arrivals')} ${words}`}>
      <title>{words}</title>
      {days.map((day, i) => {
        const height = day.arrived === 0 ? 1 : Math.max(2, (22 * day.arrived) / most);
        return <rect key={day.day} class={day.arrived === 0 ? 'zero' : ''} x={i * 6} y={24 - height} width="4" height={height} />;
      })}
    </svg>
  );
}

function scaled(part: number, base: number): number {
  return Math.min(100, Math.max(0, (100 * part) / base));
}
