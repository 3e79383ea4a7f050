import type { Rule } from './rule';

/** Every rule about more than one value, in the order in which they run. */
export const RULES: readonly Rule[] = [];
