/** What is written to the disk: readable only with the key it was sealed with, and only under the name it was sealed for. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** A device key locked by a secret somebody knows. */
export interface Wrapped {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly key: ArrayBuffer;
}

export const ITERATIONS = 600_000;

const AES = { name: 'AES-GCM', length: 256 };
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const text = new TextEncoder();

/** Seals and opens with the device key, which leaves it only wrapped. */
export class Vault {
  readonly #key: CryptoKey;

  constructor(key: CryptoKey) {
    this.#key = key;
  }

  async seal(name: string, value: unknown): Promise<Sealed> {
    return this.sealBytes(name, text.encode(JSON.stringify(value)));
  }

  async open<T>(name: string, sealed: Sealed): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.openBytes(name, sealed))) as T;
  }

  async sealBytes(name: string, bytes: BufferSource): Promise<Sealed> {
    const iv = random(12);
    return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(name) }, this.#key, bytes) };
  }

  /** The device key locked by a secret, to be kept on the disk. */
  async wrapUnder(secret: string, iterations = ITERATIONS): Promise<Wrapped> {
    const [salt, iv] = [random(16), random(12)];
    const key = await crypto.subtle.wrapKey('raw', this.#key, await keyOf(secret, salt, iterations), { name: 'AES-GCM', iv });
    return { salt, iterations, iv, key };
  }

  openBytes(name: string, sealed: Sealed): Promise<ArrayBuffer> {
    const how = { name: 'AES-GCM', iv: sealed.iv, additionalData: text.encode(name) };
    return crypto.subtle.decrypt(how, this.#key, sealed.bytes);
  }
}

/** A new random device key in a vault of its own. */
export async function newVault(): Promise<Vault> {
  return new Vault(await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']));
}

/** The vault, or nothing when the secret is wrong. */
export async function unlock(wrapped: Wrapped, secret: string): Promise<Vault | undefined> {
  const outer = await keyOf(secret, wrapped.salt, wrapped.iterations);
  try {
    const how = { name: 'AES-GCM', iv: wrapped.iv };
    return new Vault(await crypto.subtle.unwrapKey('raw', wrapped.key, outer, how, AES, true, ['encrypt', 'decrypt']));
  } catch {
    return undefined;
  }
}

async function keyOf(secret: string, salt: BufferSource, iterations: number): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', text.encode(secret.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, raw, AES, false, ['wrapKey', 'unwrapKey']);
}
