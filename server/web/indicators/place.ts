import { useEffect } from 'preact/hooks';
import { go } from '../app/router';
import { address } from '../supervisor/addresses';

/** The address of an area's figures. */
export function figuresAddress(at: { readonly campaign: string; readonly area: string; readonly year?: number | undefined }): string {
  return address('/indicators', { campaign: at.campaign, area: at.area, year: at.year === undefined ? undefined : String(at.year) });
}

/** u leads one level up. */
export function useUpKey(above: string | undefined): void {
  useEffect(() => {
    const up = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key === 'u' && !typing && !event.ctrlKey && !event.metaKey && above !== undefined) go(above);
    };
    addEventListener('keydown', up);
    return () => removeEventListener('keydown', up);
  }, [above]);
}
