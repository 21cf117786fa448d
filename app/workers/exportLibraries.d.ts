/** Parts of libraries without types of their own (pdfkit's published ones describe an older version). */
declare module 'pdfkit' {
  export const PDFDocument: new (options: object) => object;
}
declare module 'pdfkit/output' {
  export function toBytes(document: object): Promise<Uint8Array<ArrayBuffer>>;
}
declare module 'fontkit' {
  export function create(bytes: Uint8Array): object;
}
declare module 'pptxgenjs' {
  const library: new () => object;
  export default library;
}
