import { signal } from '@preact/signals';
import { ask, type Reply } from './api';

export interface Grant {
  readonly role: 'ENUMERATOR' | 'INSTRUCTOR' | 'COUNTY' | 'STATISTICIAN' | 'AUDITOR' | 'ADMINISTRATOR';
  readonly area: string;
  readonly campaign?: string;
  readonly until?: string;
}

export interface Session {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Grant[];
  readonly team?: string;
  readonly expires: string;
}

/** Who is signed in; `unknown` until the server (or the device's memory) has said. */
export const session = signal<Session | 'unknown' | 'nobody'>('unknown');

export async function findSession(): Promise<void> {
  const reply = await ask<Session>('GET', '/api/session');
  if (reply.kind === 'ok') session.value = reply.body;
  else if (reply.kind === 'refused') session.value = 'nobody';
}

export async function signIn(account: string, password: string): Promise<Reply<Session>> {
  const reply = await ask<Session>('POST', '/api/session', { account, password });
  if (reply.kind === 'ok') session.value = reply.body;
  return reply;
}

export async function signOut(): Promise<void> {
  await ask('DELETE', '/api/session');
  session.value = 'nobody';
}
