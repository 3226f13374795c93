import { isWord, say } from '../app/language';
import { Say, Text } from '../app/parts';
import { nameOf } from '../supervisor/campaign';
import { FigureCell, Meaning } from './cells';
import type { Definition, Definitions, Figures } from './server';

/** Every figure of the area by chapter, each with its definition: closed until somebody looks for one. */
export function Everything({ figures, definitions }: { readonly figures: Figures; readonly definitions: Definitions }) {
  const sections = new Map<string, Definition[]>();
  for (const definition of definitions.values()) {
    if (figures[definition.code] === undefined) continue;
    sections.set(definition.section, [...(sections.get(definition.section) ?? []), definition]);
  }
  return (
    <section class="stack" aria-labelledby="all-head">
      <h2 id="all-head">
        <Say word="indicators.all" />
      </h2>
      {[...sections].map(([section, of]) => (
        <details key={section} class="chapter">
          <summary class="button">
            {sectionName(section)} <span class="quiet number">{of.length}</span>
          </summary>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">
                  <Say word="indicators.figure" />
                </th>
                <th scope="col">
                  <Say word="indicators.value" />
                </th>
              </tr>
            </thead>
            <tbody>
              {of.map((definition) => (
                <tr key={definition.code}>
                  <th scope="row">
                    <Text>{nameOf(definition.name)}</Text>
                    <Meaning of={definition} />
                  </th>
                  <FigureCell figure={figures[definition.code]} unit={definition.unit} head={say('indicators.value')} />
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  );
}

function sectionName(section: string): string {
  const word = `indicators.section.${section}`;
  return isWord(word) ? say(word) : section;
}
