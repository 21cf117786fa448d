import { expect } from '@playwright/test';
import { openSampleMap, test } from './people.ts';

test('[C64] at 1024 x 700 names and prices of levers stand apart and tables stay in their frames', async ({
  product,
  newPerson,
}) => {
  const person = await newPerson({ viewport: { width: 1024, height: 700 } });
  await openSampleMap(person, product);
  const { page } = person;
  await page.getByRole('radio', { name: 'Plans' }).click();
  const levers = page.getByRole('region', { name: 'Plan and levers' });
  const name = await levers.getByRole('button', { name: 'Knowledge base' }).boundingBox();
  const price = await levers.getByText('¥40K').boundingBox();
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual(price?.y ?? 0);
  expect((await levers.getByLabel('Plan', { exact: true }).boundingBox())?.width).toBeGreaterThan(180);
  await page.getByRole('radio', { name: 'Quality' }).click();
  const frame = page.getByRole('region', { name: 'Index and dimensions' });
  const right = async (box: Promise<{ x: number; width: number } | null>) => {
    const found = await box;
    return (found?.x ?? 0) + (found?.width ?? 0);
  };
  const last = frame.getByRole('columnheader', { name: 'Likely between' });
  expect(await right(last.boundingBox())).toBeLessThan((await right(frame.boundingBox())) - 10);
});
