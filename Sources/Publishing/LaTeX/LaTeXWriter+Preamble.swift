extension LaTeXWriter {
  /// The page, and the few things that every lesson is made of.
  var preamble: String {
    """
    \\documentclass[11pt,a4paper,fleqn]{article}
    \\usepackage{amsmath}
    \\setlength{\\textwidth}{160mm}
    \\setlength{\\oddsidemargin}{-0.4mm}
    \\setlength{\\textheight}{245mm}
    \\setlength{\\topmargin}{-15mm}
    \\setlength{\\headheight}{0pt}
    \\setlength{\\headsep}{0pt}
    \\setlength{\\parindent}{0pt}
    \\setlength{\\parskip}{0.5em plus 0.2em}
    \\setlength{\\mathindent}{1.5em}
    \\setlength{\\emergencystretch}{12em}
    \\raggedbottom
    % A displayed formula begins a paragraph here, whose first line is empty.
    \\newcommand{\\tight}%
      {\\abovedisplayskip=-0.7\\baselineskip\\belowdisplayskip=0.3em}
    % Formulas or numbers in a line of their own, as many lines as they need.
    \\newenvironment{display}%
      {\\par\\begingroup\\raggedright\\leftskip=1.5em\\lineskip=0.6em
       \\lineskiplimit=0.3em}%
      {\\par\\endgroup}
    % What is typed and what is answered, in letters of one width.
    \\newenvironment{console}%
      {\\par\\vspace{0.5em}\\begingroup\\footnotesize\\ttfamily\\raggedright
       \\leftskip=1.5em\\parskip=0pt}%
      {\\par\\endgroup\\smallskip}
    \\newcommand{\\writingline}%
      {\\par\\nopagebreak\\vspace{1.6em}\\nopagebreak\\hspace*{1.5em}\\hrulefill
       \\par}
    \\newcommand{\\writinglead}[1]%
      {\\par\\nopagebreak\\vspace{1.2em}\\nopagebreak\\hspace*{1.5em}#1\\ \\hrulefill
       \\par}
    \\newenvironment{question}[1]%
      {\\par\\addvspace{0.8em}\\interlinepenalty=10000\\leftskip=2em\\noindent
       \\hspace*{-2em}\\makebox[2em][l]{\\bfseries #1}\\ignorespaces}%
      {\\par\\addvspace{0.8em}}
    \\newcommand{\\choice}[3]%
      {\\par\\nopagebreak\\begingroup\\parskip=0.1em\\advance\\leftskip #1\\noindent
       \\hspace*{-#1}\\makebox[#1][l]{#2}#3\\par\\endgroup}
    \\newenvironment{answer}[2]%
      {\\par\\addvspace{0.4em}\\parskip=0.1em\\leftskip=#1
       \\interlinepenalty=10000\\noindent\\hspace*{-2em}\\makebox[2em][l]{#2}\\ignorespaces}%
      {\\par}
    \\newcommand{\\slip}[2]%
      {{\\small\\advance\\leftskip 1.5em\\noindent
       \\hspace*{-1.5em}\\emph{Slip:} #1\\quad #2\\par}}
    \\begin{document}
    """
  }
}
