import { language, say } from '../app/language';
import { useLoad } from '../app/load';
import { Text } from '../app/parts';
import { progressAddress } from './addresses';
import { parentOf } from './area';
import type { Region } from './server';

interface Props {
  /** Area codes from the top of one's reach down to where one is. */
  readonly ways: readonly string[];
  readonly campaign: string | undefined;
  readonly tops: readonly string[];
}

/** The way from the top of one's reach down to here. Who has several areas finds the others beside. */
export function Ways({ ways, campaign, tops }: Props) {
  const others = tops.filter((top) => top !== ways[0]);
  return (
    <nav class="ways row" aria-label={say('progress.ways')}>
      <ol class="row">
        {ways.map((code, i) => (
          <li key={code}>
            {i < ways.length - 1 ? (
              <a href={progressAddress(code, campaign)}>
                <AreaName code={code} />
              </a>
            ) : (
              <span aria-current="page">
                <AreaName code={code} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <ul class="row others">
          {others.map((code) => (
            <li key={code}>
              <a href={progressAddress(code, campaign)}>
                <AreaName code={code} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** The name of an area by its code; the code until it is known. */
export function AreaName({ code }: { readonly code: string }) {
  const parent = parentOf(code);
  const path = parent === undefined ? '/api/regions' : `/api/regions?parent=${encodeURIComponent(parent)}`;
  const regions = useLoad<{ readonly regions: readonly (Region & { readonly nameEn?: string })[] }>(code === '' ? undefined : path, 'once');
  const region = regions.body?.regions.find((each) => each.code === code);
  if (!region) return <>{code}</>;
  return <Text>{language.value === 'en' ? (region.nameEn ?? region.name) : region.name}</Text>;
}
