import { Say } from '../app/parts';
import type { Word } from '../app/language';

const TABLES = ['lines', 'design', 'cases'] as const;

/** How indicators are worked out, where they are what is wanted: tables of one's own, and whether small cells go. */
export function FigureWishes() {
  return (
    <fieldset class="stack">
      <legend>
        <Say word="exports.figures" />
      </legend>
      <label class="field">
        <span>
          <Say word="exports.figures.by" />
        </span>
        <input class="input" name="figures.by" placeholder="county,township,hh_attr" spellcheck={false} />
      </label>
      {TABLES.map((table) => (
        <label key={table} class="field">
          <span>
            <Say word={`exports.figures.${table}` as Word} />
          </span>
          <input class="input" type="file" name={`figures.${table}`} accept=".csv,text/csv" />
        </label>
      ))}
      <label class="check">
        <input type="checkbox" name="figures.public" />
        <span>
          <Say word="exports.figures.public" />
        </span>
      </label>
    </fieldset>
  );
}

/** What was said of it; nothing where another format is wanted or nothing was said. */
export async function figuresOf(given: FormData): Promise<object> {
  if (given.get('format') !== 'indicators') return {};
  const by = String(given.get('figures.by') ?? '').split(/[,，\s]+/).filter((word) => word !== '');
  const figures: Record<string, unknown> = { ...(by.length === 0 ? {} : { by }), ...(given.has('figures.public') ? { public: true } : {}) };
  for (const table of TABLES) {
    const file = given.get(`figures.${table}`);
    if (file instanceof File && file.size > 0) figures[table] = await file.text();
  }
  return Object.keys(figures).length === 0 ? {} : { figures };
}
