import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * An Office file (a zip of XML parts) with one date in place of the time of writing: the same map then gives the same
 * bytes, whenever and wherever it is written. `date` is ISO 8601, a day.
 */
export function datedOffice(bytes: Uint8Array, date: string): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(bytes))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => [name, name === 'docProps/core.xml' ? dated(content, date) : content] as const);
  // Without a zone, so that the zip's own clock, which has none, reads the same everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: `${date}T00:00:00` });
}

const dated = (content: Uint8Array, date: string): Uint8Array =>
  strToU8(
    strFromU8(content).replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
      (_, open: string) => `${open}${date}T00:00:00Z`,
    ),
  );
