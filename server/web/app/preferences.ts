import { effect, signal } from '@preact/signals';

const KEPT = 'ruhu.contrast';

/** Black on white with heavy lines, for reading in the sun; the system's light or dark otherwise. */
export const highContrast = signal(localStorage.getItem(KEPT) === 'high');

effect(() => {
  localStorage.setItem(KEPT, highContrast.value ? 'high' : 'system');
  document.documentElement.dataset['contrast'] = highContrast.value ? 'high' : 'system';
});
