/* What we use of MiniSearch 7.2.0 (https://github.com/lucaong/minisearch, MIT), whose script stands beside this as its
   package ships it. */
export type Query = string | (SearchOptions & { queries: Query[] });
interface SearchOptions {
  fields?: string[];
  boost?: Record<string, number>;
  boostDocument?: (id: number) => number;
  prefix?: boolean;
  fuzzy?: number;
  combineWith?: "AND" | "OR";
  tokenize?: (text: string) => string[];
  processTerm?: (term: string) => string;
}
export default class MiniSearch {
  constructor(options: SearchOptions & { fields: string[]; searchOptions?: SearchOptions });
  addAllAsync(documents: { id: number }[], options?: { chunkSize?: number }): Promise<void>;
  search(query: Query, options?: SearchOptions): { id: number; score: number }[];
}
