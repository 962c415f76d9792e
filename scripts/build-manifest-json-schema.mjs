const ID =
  "https://raw.githubusercontent.com/copydesk/copydesk/main/docs/schemas/build-manifest.schema.json";

/** The JSON Schema (draft 2020-12) of the manifest of a build, as published under `docs/schemas`. */
export function buildManifestJsonSchema({ z, buildManifestSchema }) {
  const { $schema, ...rest } = z.toJSONSchema(buildManifestSchema, { target: "draft-2020-12" });
  return { $schema, $id: ID, title: "Manifest of a built site, version 1", ...rest };
}
