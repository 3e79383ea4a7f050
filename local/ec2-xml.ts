import { XMLBuilder, XMLParser } from 'fast-xml-parser';

const builder = new XMLBuilder({ suppressEmptyNode: false });
/** Lists are `item` elements; all values stay the texts that they are. */
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'item' });

/** The elements of an answer, without those that are undefined. A list is `{ item: […] }`. */
export function ec2Xml(elements: object): string {
  return builder.build(elements);
}

/** A list as EC2 writes it. */
export function ec2List<Item>(items: readonly Item[]): { readonly item: readonly Item[] } {
  return { item: items };
}

/** Reads an answer's root element. */
export function parsedXml<Answer>(xml: Buffer): Answer {
  const [root] = Object.entries(parser.parse(xml) as Record<string, unknown>).flatMap(([name, value]) =>
    name === '?xml' ? [] : [value],
  );
  return root as Answer;
}
