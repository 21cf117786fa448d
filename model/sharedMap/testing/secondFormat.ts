import type { FileFormat } from '../../map/fileMigrations.ts';
import type { DocumentFormat } from '../migrateDocument.ts';

/** A second format for tests: the map's title is called `name`, and stages have their hue as a word. */
const words = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'violet', 'grey'];

export const secondFile: FileFormat = {
  newest: 2,
  migrations: [
    ({ title, stages = [], ...rest }) => ({
      ...rest,
      name: title,
      stages: (stages as readonly Record<string, unknown>[]).map(({ hue = 0, ...stage }) => ({
        ...stage,
        hueName: words[Number(hue)],
      })),
    }),
  ],
};

export const secondDocument: DocumentFormat = {
  newest: 2,
  migrations: [
    ({ top, ids, bag }) => {
      top.set('name', top.get('title'));
      top.remove('title');
      for (const id of ids('stages')) {
        const stage = bag('stages', id);
        stage?.set('hueName', words[Number(stage.get('hue') ?? 0)]);
        stage?.remove('hue');
      }
    },
  ],
};
