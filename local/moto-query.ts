import { XMLParser } from 'fast-xml-parser';
import type { AwsCall } from './aws-call';
import type { MotoClient } from './moto-client';

/** An XML document: an element is its text, or the elements in it. */
export type Xml = string | readonly Xml[] | { readonly [element: string]: Xml | undefined };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  // A list of one must look like a list of two.
  isArray: (name) => name === 'item',
});

/**
 * Asks moto an action of a query or EC2 service, in the account and region of a call; undefined when moto
 * refuses it, which for a question about a named thing is to say that it is not there.
 */
export async function queryMoto(
  service: string,
  parameters: Readonly<Record<string, string>>,
  call: AwsCall,
  moto: MotoClient,
): Promise<Xml | undefined> {
  const path = `/?${new URLSearchParams(parameters).toString()}`;
  const { status, body } = await moto.rest(service, 'GET', path, '', call);
  return status === 200 ? parseXml(body.toString()) : undefined;
}

/** Reads an XML document of AWS: what is in its root element, whose name nobody looks at. */
export function parseXml(text: string): Xml | undefined {
  return Object.values(parser.parse(text) as Record<string, Xml>)[0];
}

/** The element at a path; undefined when it is not there. */
export function elementAt(xml: Xml | undefined, ...path: readonly string[]): Xml | undefined {
  let found = xml;
  for (const name of path) {
    if (typeof found !== 'object' || Array.isArray(found)) return undefined;
    found = (found as { readonly [element: string]: Xml | undefined })[name];
  }
  return found;
}

/** The text at a path; undefined when there is none. */
export function textAt(xml: Xml | undefined, ...path: readonly string[]): string | undefined {
  const found = elementAt(xml, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The members of a list of EC2's: the `item` elements at a path. */
export function itemsAt(xml: Xml | undefined, ...path: readonly string[]): readonly Xml[] {
  const found = elementAt(xml, ...path, 'item');
  return Array.isArray(found) ? (found as readonly Xml[]) : [];
}
