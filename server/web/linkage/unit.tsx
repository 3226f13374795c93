import { Say } from '../app/parts';
import type { Side } from './server';

/** The unit, and whether the record is what the register says of it. */
export function UnitOf({ side }: { readonly side: Side }) {
  return side.register ? <Say word="linkage.register" values={{ unit: side.unit ?? '' }} /> : <>{side.unit}</>;
}
