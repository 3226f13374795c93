import { signal } from '@preact/signals';
import { session, signOut } from '../app/session';
import { Enrolments } from './enrolment';
import { Satchel } from './satchel';
import type { Vault } from './vault';

/** Work off line needs a browser that keeps secrets; it does so only over HTTPS (or on this machine itself). */
export const canKeepSecrets = globalThis.isSecureContext && 'subtle' in crypto && 'locks' in navigator;

export const enrolments = new Enrolments();

/** Open while somebody has unlocked this tablet. */
export const satchel = signal<Satchel | undefined>(undefined);

/** Run before the lock falls shut: what is on the screen is written down first. */
export const beforeLock = new Set<() => Promise<void>>();

const IDLE_MILLIS = 15 * 60_000;
let idle: ReturnType<typeof setTimeout> | undefined;

export async function open(account: string, name: string, vault: Vault): Promise<void> {
  const opened = new Satchel(account, name, vault);
  await opened.open();
  satchel.value = opened;
  touched();
}

export async function lock(): Promise<void> {
  await Promise.all([...beforeLock].map((write) => write()));
  const open = satchel.value;
  satchel.value = undefined;
  open?.close();
}

/** Leaves the server too; the next work on line starts with the password. */
export async function leave(): Promise<void> {
  await lock();
  await signOut();
  session.value = 'unknown';
}

function touched(): void {
  clearTimeout(idle);
  if (satchel.value) idle = setTimeout(() => void lock(), IDLE_MILLIS);
}

for (const event of ['pointerdown', 'keydown', 'scroll']) addEventListener(event, touched, { passive: true, capture: true });
