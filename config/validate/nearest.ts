import { distance } from 'fastest-levenshtein';

/**
 * The candidate a person most likely meant, or undefined when none is close. Case, hyphens, underscores
 * and spaces do not count as differences.
 *
 * @param most largest number of other characters; by default a third of the word, at least two unless it is short
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  most = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)),
): string | undefined {
  let best: { candidate: string; far: number } | undefined;
  for (const candidate of candidates) {
    const far = distance(bare(word), bare(candidate));
    if (far <= most && (!best || far < best.far)) best = { candidate, far };
  }
  return best?.candidate;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[-_ ]/g, '');
}
