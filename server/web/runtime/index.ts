export type { Bundle, Finding, Hints, Language, Misfit, Reason } from './bundle';
export { Form, loadForm, type Option, type Section } from './form';
export type { Interview, Seed, State } from './interview';
export type { Json } from './json';
export type { Question } from './question';
export type { Kind } from './values';
