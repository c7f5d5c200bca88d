// Notices numbers that look like a Dutch citizen number (BSN), which have no place in a form of this product.

/** Whether a text holds eight or nine digits that pass the elfproef; dots, dashes and spaces between them do not matter. */
export function holdsCitizenNumber(text: string): boolean {
  const candidates = text.match(/(?<![\d.,-])\d(?:[ .-]?\d){7,8}(?![\d]|[.,-]\d)/g) ?? [];
  return candidates.some((candidate) => passesElfproef(candidate.replace(/\D/g, '').padStart(9, '0')));
}

function passesElfproef(digits: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0 && Number(digits) > 0;
}
