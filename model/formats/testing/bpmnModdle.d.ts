/** The part of bpmn-moddle that the tests use; the package brings no types. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: object);
    fromXML(xml: string): Promise<{
      rootElement: object;
      elementsById: Readonly<Record<string, { $type: string; id: string; name?: string }>>;
      warnings: readonly { message: string }[];
    }>;
  }
}
