import { go } from '../app/router';
import type { Session } from '../app/session';
import { SignIn } from '../app/sign-in';
import { enrolments } from './gate';
import type { Satchel } from './satchel';

/** The server no longer knows us: the password, for the same account; what waits is sent right after. */
export function SignInAgain({ satchel }: { readonly satchel: Satchel }) {
  const signedIn = (_: Session, password: string) => {
    void enrolments.learnPassword(satchel.account, satchel.vault, password);
    void satchel.courier.go();
    go('/tablet', 'replace');
  };
  return <SignIn account={satchel.account} why="tablet.sign-in-again" onDone={signedIn} />;
}
