import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { say } from '../../app/language';
import { Notice, Say } from '../../app/parts';
import { blobOf } from './downscale';
import { Picture } from './photos';
import type { InputProps } from './question';

const WIDTH = 900;
const HEIGHT = 300;
const PEN = 5;

/** One signature, or a list of them: written with the finger, kept as a picture. */
export function SignatureInput({ sitting, pointer, question, id }: InputProps) {
  const entered = sitting.interview.entered(pointer);
  const many = question.schema['type'] === 'array';
  const hashes = [entered ?? []].flat().filter((hash): hash is string => typeof hash === 'string');
  const max = many ? Number(question.schema['maxItems'] ?? 10) : 1;
  const put = (next: readonly string[]) => sitting.enter(pointer, next.length === 0 ? undefined : many ? [...next] : next[0]!);
  return (
    <div class="stack" id={id} tabIndex={-1}>
      {hashes.map((hash, at) => (
        <div key={hash} class="signed">
          <Picture sitting={sitting} hash={hash} alt={say('signature.nth', { n: at + 1 })} />
          <button type="button" class="button" onClick={() => put(hashes.filter((each) => each !== hash))}>
            <Icon name="bin" />
            <Say word="signature.again" />
          </button>
        </div>
      ))}
      {hashes.length < max && <Pad key={hashes.length} nth={many ? hashes.length + 1 : undefined} onSigned={async (picture) => put([...hashes, await sitting.keepPhoto(picture)])} />}
    </div>
  );
}

function Pad({ nth, onSigned }: { readonly nth: number | undefined; readonly onSigned: (picture: Blob) => Promise<void> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [written, setWritten] = useState(false);
  const [failed, setFailed] = useState(false);
  const last = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);

  const clear = () => {
    const pen = canvas.current!.getContext('2d')!;
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    setWritten(false);
  };
  useEffect(clear, []);

  const at = (event: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * WIDTH) / box.width, y: ((event.clientY - box.top) * HEIGHT) / box.height };
  };
  const down = (event: PointerEvent) => {
    canvas.current!.setPointerCapture(event.pointerId);
    last.current = at(event);
    draw(event);
  };
  const draw = (event: PointerEvent) => {
    if (!last.current) return;
    const pen = canvas.current!.getContext('2d')!;
    const next = at(event);
    pen.strokeStyle = '#000000';
    pen.lineWidth = PEN;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(last.current.x, last.current.y);
    pen.lineTo(next.x, next.y);
    pen.stroke();
    last.current = next;
    setWritten(true);
  };
  const keep = async () => {
    try {
      await onSigned(await blobOf(canvas.current!, 'image/png'));
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="stack">
      <canvas
        ref={canvas}
        class="pad"
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={nth === undefined ? say('signature.pad') : say('signature.pad-nth', { n: nth })}
        onPointerDown={down}
        onPointerMove={draw}
        onPointerUp={() => (last.current = undefined)}
        onPointerCancel={() => (last.current = undefined)}
      />
      {failed && (
        <Notice tone="danger" live>
          <Say word="photos.failed" />
        </Notice>
      )}
      <div class="row">
        <button type="button" class="button main" disabled={!written} onClick={() => void keep()}>
          <Icon name="check" />
          {nth === undefined ? <Say word="signature.keep" /> : <Say word="signature.keep-nth" values={{ n: nth }} />}
        </button>
        <button type="button" class="button" disabled={!written} onClick={clear}>
          <Icon name="cross" />
          <Say word="signature.clear" />
        </button>
      </div>
    </div>
  );
}
