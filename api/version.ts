/** Version of the API, said in every answer under `/v1`: the first number changes only together with that path. */
export const API_VERSION = '1.0.0';
