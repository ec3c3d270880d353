/** A kind of resource with a field of each sort, as small as can be. */
import { flag, integer, oneOf, text } from "../../../provider/core/codec/scalar";
import { optional, required } from "../../../provider/core/codec/structure";
import { argumentTable, type OwnArguments, ownMembers } from "../../../provider/core/resource/arguments";
import { type FieldTable, hidden, shown } from "../../../provider/core/resource/field";

export interface LampArguments extends OwnArguments {
  readonly room: string;
  readonly brightness?: number;
  readonly colour?: string;
  readonly note?: string;
  readonly name?: string;
  /** Steers the package: no lamp has it. */
  readonly careful?: boolean;
}

interface Lamp {
  readonly room: string;
  readonly brightness: number;
  readonly colour: string;
  readonly note?: string;
  readonly name: string;
}

const anyText = text(() => true, "text");

export const lampTable = argumentTable<LampArguments>("an object with the arguments of a lamp", {
  ...ownMembers,
  room: required(anyText),
  brightness: optional(integer(0, 100)),
  colour: optional(oneOf("red", "white")),
  note: optional(anyText),
  name: optional(anyText),
  careful: optional(flag),
});

export const lampFields: FieldTable<LampArguments, Lamp> = {
  room: {
    live: ({ room }) => room,
    // Rooms are the same however they are written.
    same: (wanted, { room }) => wanted.toLowerCase() === room.toLowerCase(),
    change: "replace",
    whenRemoved: "kept",
    show: shown,
  },
  brightness: {
    live: ({ brightness }) => brightness,
    same: (wanted, { brightness }) => wanted === brightness,
    change: "update",
    whenRemoved: { to: 50 },
    show: shown,
  },
  colour: {
    live: ({ colour }) => colour,
    same: (wanted, { colour }) => wanted === colour,
    change: "update",
    whenRemoved: "kept",
    show: shown,
  },
  note: {
    live: ({ note }) => note,
    same: (wanted, { note = "" }) => wanted === note,
    change: "update",
    whenRemoved: { to: "" },
    show: hidden,
  },
  name: {
    live: ({ name }) => name,
    same: (wanted, { name }) => wanted === name,
    change: "update",
    whenRemoved: "kept",
    show: shown,
  },
};

export const URN = "urn:pulumi:dev::e2e::pulumi-nodejs:dynamic/otc:Lamp::desk";

export const lamp: Lamp = { room: "Hall", brightness: 50, colour: "white", name: "desk" };
