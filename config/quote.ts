/** Longest piece of a value that a message repeats. */
const LONGEST = 60;

/** Characters that would move the cursor, hide or reorder text in a terminal or a review. */

const INVISIBLE = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text in quotes, short, and without characters that a terminal would act on. */
export function quote(text: string): string {
  const short = [...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
  return JSON.stringify(short).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A name as it is when it is plain, else in quotes. */
export function name(text: string): string {
  return /^[\w ./@+=:-]{1,60}$/.test(text) ? text : quote(text);
}
