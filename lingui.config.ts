import type { LinguiConfig } from '@lingui/conf';

/** The catalogues of the interface: each folder of the app keeps its own, one file per language. */
const config: LinguiConfig = {
  locales: ['en', 'zh-Hans', 'zh-Hant'],
  sourceLocale: 'en',
  catalogs: [
    {
      path: '<rootDir>/app/{name}/language/{locale}',
      include: ['<rootDir>/app/{name}/'],
      exclude: ['**/e2e/**'],
    },
  ],
  format: 'po',
  formatOptions: { lineNumbers: false },
};

export default config;
