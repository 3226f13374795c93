import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { Notice, Say, Skeleton } from '../../app/parts';
import { say } from '../../app/language';
import { downscaled } from './downscale';
import type { InputProps } from './question';
import type { Sitting } from './sitting';

/** Photos of house and papers: made smaller, sealed on the disk, named by their hash. */
export function PhotosInput({ sitting, pointer, question, id, describedBy }: InputProps) {
  const [state, setState] = useState<'ready' | 'working' | 'failed'>('ready');
  const entered = sitting.interview.entered(pointer);
  const hashes = Array.isArray(entered) ? (entered as string[]) : [];
  const max = Number(question.schema['maxItems'] ?? 20);
  const add = async (input: HTMLInputElement) => {
    setState('working');
    try {
      const kept = [...hashes];
      for (const file of [...(input.files ?? [])].slice(0, max - hashes.length)) {
        const hash = await sitting.keepPhoto(await downscaled(file));
        if (!kept.includes(hash)) kept.push(hash);
      }
      sitting.enter(pointer, kept.length === 0 ? undefined : kept);
      setState('ready');
    } catch {
      setState('failed');
    }
    input.value = '';
  };
  const remove = (hash: string) => {
    const rest = hashes.filter((each) => each !== hash);
    sitting.enter(pointer, rest.length === 0 ? undefined : rest);
  };
  return (
    <div class="stack">
      {hashes.length > 0 && (
        <ul class="photos">
          {hashes.map((hash, at) => (
            <li key={hash}>
              <Picture sitting={sitting} hash={hash} alt={say('photos.nth', { n: at + 1 })} />
              <button type="button" class="button" onClick={() => remove(hash)}>
                <Icon name="bin" />
                <Say word="photos.remove" values={{ n: at + 1 }} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {state === 'failed' && (
        <Notice tone="danger" live>
          <Say word="photos.failed" />
        </Notice>
      )}
      {hashes.length < max ? (
        <label class="button file">
          <Icon name="camera" />
          <Say word={state === 'working' ? 'photos.working' : 'photos.take'} />
          <span class="quiet number">
            {hashes.length}/{max}
          </span>
          <input
            id={id}
            class="only-heard"
            type="file"
            accept="image/*"
            capture="environment"
            disabled={state === 'working'}
            aria-describedby={describedBy}
            onChange={(event) => void add(event.currentTarget)}
          />
        </label>
      ) : (
        <p class="quiet">
          <Say word="photos.full" values={{ n: max }} />
        </p>
      )}
    </div>
  );
}

/** A sealed photo, opened for the eye only. */
export function Picture({ sitting, hash, alt }: { readonly sitting: Sitting; readonly hash: string; readonly alt: string }) {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    let shown: string | undefined;
    void sitting.photo(hash).then((photo) => {
      shown = photo && URL.createObjectURL(photo);
      setUrl(shown ?? '');
    });
    return () => {
      if (shown) URL.revokeObjectURL(shown);
    };
  }, [hash]);
  if (url === undefined) return <Skeleton lines={2} />;
  if (url === '') return <Say word="photos.gone" />;
  return <img src={url} alt={alt} />;
}
