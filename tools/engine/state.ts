/** A resource as a stack's state holds it; secrets stay encrypted. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly external?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** What was not finished when the resource was saved. */
  readonly initErrors?: readonly string[];
}

/** What `pulumi stack export` writes, as far as it is used here. */
export interface State {
  readonly version: number;
  readonly deployment: {
    readonly resources?: readonly ResourceState[];
    readonly pending_operations?: readonly { readonly type: string; readonly resource: ResourceState }[];
  };
}
