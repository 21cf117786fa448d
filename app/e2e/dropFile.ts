import type { Page } from '@playwright/test';

/** Drops a file of one's own onto the library. */
export const dropFile = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  dropFiles(page, [[name, content]]);

/** Drops several at once. */
export async function dropFiles(
  page: Page,
  files: readonly (readonly [name: string, content: string | Buffer])[],
): Promise<void> {
  const encoded = files.map(([name, content]) => [name, Buffer.from(content).toString('base64')] as const);
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of all)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    return transfer;
  }, encoded);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
