import type { ComponentChildren } from 'preact';
import { moment } from './format';
import { Icon } from './icons';
import type { Loaded } from './load';
import { Notice, Say, Skeleton, Text } from './parts';
import type { Word } from './language';

/** Draws data in every state it may be in: on its way, here, old, refused, out of reach. */
export function Loading<T>(props: {
  readonly of: Loaded<T>;
  readonly lines?: number;
  readonly children: (body: T) => ComponentChildren;
}) {
  const { of: loaded, lines = 8, children } = props;
  return (
    <>
      {loaded.failure && <Failure of={loaded} />}
      {loaded.body !== undefined && children(loaded.body)}
      {loaded.body === undefined && !loaded.failure && <Skeleton lines={lines} />}
    </>
  );
}

function Failure<T>({ of: { failure, at, body, reload } }: { readonly of: Loaded<T> }) {
  const offline = failure?.kind === 'offline';
  const detail = failure?.kind === 'refused' ? failure.problem.detail : '';
  return (
    <Notice tone={offline ? 'caution' : 'danger'} {...(offline ? { icon: 'offline' as const } : {})} live>
      <strong>
        <Say word={wordOf(failure)} />
      </strong>
      {detail !== '' && (
        <p>
          <Text>{detail}</Text>
        </p>
      )}
      {body !== undefined && at !== undefined && (
        <p>
          <Say word="load.still-shown" values={{ at: moment(at) }} />
        </p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={reload}>
          <Icon name="refresh" />
          <Say word="common.try-again" />
        </button>
      </div>
    </Notice>
  );
}

function wordOf(failure: Loaded<unknown>['failure']): Word {
  if (failure?.kind !== 'refused') return 'problem.offline';
  const { status } = failure.problem;
  if (status === 403) return 'load.not-allowed';
  if (status === 404) return 'load.not-found';
  return status >= 500 ? 'problem.server' : 'load.refused';
}
