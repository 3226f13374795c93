import type { Word } from './language';
import { hasRole, type Role, type Session } from './session';

export interface Face {
  readonly path: '/tablet' | '/supervisor' | '/indicators' | '/linkage' | '/datasets' | '/permits' | '/tables';
  readonly word: Word;
  readonly roles: readonly Role[];
}

/** One app, several faces; the first that fits a role is its home. */
export const FACES: readonly Face[] = [
  { path: '/tablet', word: 'face.tablet', roles: ['ENUMERATOR'] },
  { path: '/supervisor', word: 'face.supervisor', roles: ['INSTRUCTOR', 'COUNTY'] },
  { path: '/datasets', word: 'face.datasets', roles: ['STATISTICIAN'] },
  { path: '/indicators', word: 'face.indicators', roles: ['COUNTY', 'STATISTICIAN'] },
  { path: '/permits', word: 'face.permits', roles: ['STATISTICIAN', 'COUNTY'] },
  { path: '/linkage', word: 'face.linkage', roles: ['INSTRUCTOR', 'COUNTY', 'STATISTICIAN'] },
  { path: '/tables', word: 'face.tables', roles: ['ADMINISTRATOR'] },
];

export function faceAt(path: string): Face | undefined {
  return FACES.find((face) => path === face.path || path.startsWith(`${face.path}/`));
}

export function homeOf(who: Session): Face | undefined {
  return FACES.find((face) => hasRole(who, face.roles));
}
