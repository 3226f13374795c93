import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * j and k walk through the rows of a table, Enter opens the one reached. The row reached has the focus on its link, so
 * that Tab goes on from there and a reader's voice says where we are.
 */
export function useRowKeys(rows: number) {
  const [reached, setReached] = useState(-1);
  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => setReached(-1), [rows]);
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0 || rows === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      setReached((at) => Math.min(rows - 1, Math.max(0, at + step)));
    };
    addEventListener('keydown', walk);
    return () => removeEventListener('keydown', walk);
  }, [rows]);
  useEffect(() => {
    const row = body.current?.rows[reached];
    row?.querySelector<HTMLElement>('a, button, [tabindex]')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [reached]);

  return { body, reached };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
