import { Icon } from '../app/icons';
import { Say } from '../app/parts';
import { Menu } from '../app/shell';
import { leave, lock, satchel } from './gate';

/** Language and display; and, while the tablet is unlocked, how to lock it and how to leave. */
export function TabletMenu() {
  const open = satchel.value;
  return (
    <Menu>
      {open && (
        <>
          <p class="quiet">{open.name}</p>
          <button type="button" class="button" onClick={() => void lock()}>
            <Icon name="lock" />
            <Say word="tablet.lock" />
          </button>
          <button type="button" class="button" onClick={() => void leave()}>
            <Icon name="leave" />
            <Say word="session.sign-out" />
          </button>
        </>
      )}
    </Menu>
  );
}
