import { useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { Notice, Say } from '../../app/parts';
import type { Sitting } from './sitting';

type State = 'ready' | 'looking' | 'found' | 'denied' | 'not-found';

const PATIENCE_MILLIS = 45_000;

/** Takes the place from the device into latitude, longitude and error, in this order; typing them stays possible. */
export function GpsPanel({ sitting, pointers }: { readonly sitting: Sitting; readonly pointers: readonly string[] }) {
  const [state, setState] = useState<State>('ready');
  for (const pointer of pointers) sitting.at(pointer).value;
  if (!pointers.some((pointer) => sitting.interview.relevant(pointer))) return null;
  const take = () => {
    setState('looking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const found = [rounded(coords.latitude, 6), rounded(coords.longitude, 6), rounded(coords.accuracy, 1)];
        pointers.forEach((pointer, at) => sitting.enter(pointer, found[at]));
        setState('found');
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'denied' : 'not-found'),
      { enableHighAccuracy: true, timeout: PATIENCE_MILLIS, maximumAge: 0 },
    );
  };
  return (
    <div class="gps stack">
      <button type="button" class="button main" disabled={state === 'looking'} onClick={take}>
        <Icon name="place" />
        <Say word={state === 'looking' ? 'gps.looking' : state === 'found' ? 'gps.again' : 'gps.take'} />
      </button>
      {state !== 'ready' && state !== 'looking' && (
        <Notice tone={state === 'found' ? 'success' : 'caution'} live>
          <Say word={`gps.${state}`} />
        </Notice>
      )}
    </div>
  );
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
