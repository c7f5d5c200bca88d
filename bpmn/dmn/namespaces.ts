// Namespaces of DMN: files of every version are read, 1.3 is written.

export const DMN = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
export const DMNDI = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
export const DMN_DC = 'http://www.omg.org/spec/DMN/20180521/DC/';
export const DMN_DI = 'http://www.omg.org/spec/DMN/20180521/DI/';

/** The model's namespace in 1.0 (as Camunda wrote it), 1.1, 1.2, 1.3, 1.4 and 1.5. */
const MODELS = [
  'http://www.omg.org/spec/DMN/20130901',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd',
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  DMN,
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
];
export const isDmn = (uri: string): boolean => MODELS.includes(uri);
