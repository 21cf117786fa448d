/** The endings that a file chooser offers for a new map; what reads them stands in readMapFile.ts. */
export const importableFiles = '.json,.mmd,.mermaid,.csv,.tsv,.xlsx,.xes,.gz';
