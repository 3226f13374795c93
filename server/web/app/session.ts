import { effect, signal } from '@preact/signals';
import { ask, turnedAway, type Reply } from './api';

export type Role = 'ENUMERATOR' | 'INSTRUCTOR' | 'COUNTY' | 'STATISTICIAN' | 'AUDITOR' | 'ADMINISTRATOR';

export interface Grant {
  readonly role: Role;
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

/** Who is signed in; `unknown` until the server has said. The tablet does not wait for it. */
export const session = signal<Session | 'unknown' | 'nobody'>('unknown');

/** The password just typed, for the tablet's vault: in memory only, taken once. */
let typed: { readonly account: string; readonly password: string } | undefined;

effect(() => {
  if (turnedAway.value > 0) session.value = 'nobody';
});

export async function findSession(): Promise<Reply<Session>> {
  const reply = await ask<Session>('GET', '/api/session');
  if (reply.kind === 'ok') session.value = reply.body;
  else if (reply.kind === 'refused') session.value = 'nobody';
  return reply;
}

export async function signIn(account: string, password: string): Promise<Reply<Session>> {
  const reply = await ask<Session>('POST', '/api/session', { account, password });
  if (reply.kind === 'ok') {
    typed = { account: reply.body.account, password };
    session.value = reply.body;
  }
  return reply;
}

export async function signOut(): Promise<void> {
  typed = undefined;
  await ask('DELETE', '/api/session');
  session.value = 'nobody';
}

export function takeTypedPassword(account: string): string | undefined {
  const password = typed?.account === account ? typed.password : undefined;
  typed = undefined;
  return password;
}

export function hasRole(who: Session, roles: readonly Role[]): boolean {
  return who.roles.some((grant) => roles.includes(grant.role));
}
