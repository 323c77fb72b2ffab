package ask

import (
	"slices"

	"steward/slm"
)

// The cues of what the holder of a role must bring.
const (
	able  cue = "able"  // knows or can do something
	must  cue = "must"  // is asked to
	learn cue = "learn" // knows, or finds out
)

// qualities are the phrases for what somebody must know, be or be able to do.
var qualities = []phrase{
	{
		able,
		"skill|skills|ability|able to|able|good at|strong at|strong|capable|know|knowledge|knowledgeable|understand|" +
			"understanding|familiar|familiar with|experience|experienced|expertise|talent|talented|competent|" +
			"competence|versed|well versed|grasp|acquainted|excel|proficient|be good at|need to know|must know|" +
			"should know|have to know|has to know|needs to know|has a grip on|well|capability|literate|trained in|" +
			"skilled|gifted|at home in",
		"能力|能力强|懂|懂得|熟悉|理解|掌握|善于|擅长|精通|经验|具备|强|素质|要会|会使用|会用|本领|需要会|" +
			"要懂|需要懂|应该懂|应该会|能力要求|良好的|有良好|出色|过硬|功底|通晓|得懂|得会|必须懂|必须会|很强|较强|" +
			"的能力|熟知|吃透|清楚|要熟悉|要了解|需要了解|必须了解|应该了解|要求了解|要理解|需要理解|有经验",
	},
	{learn, "learn about", "了解"},
	{
		must,
		"must|has to|have to|needs to|need to|needs|should|required to|required|requires|require|need|needed|" +
			"expected|ought to|demand",
		"必须|需要|要|应|应该|应当|要求|得|必备|得有|要有|需有|须|需|对谁的要求",
	},
	{
		"authority",
		"authority|empowered|mandate|power to decide|clout|decision making power|authorised|authorized|power",
		"决策权|权威|有权决定|权力|话语权|职权|拍板权|决定权|足够的权限|足够权限|决策的权力",
	},
	{"frame", "process framework|framework of processes|process landscape|company framework", "流程框架|公司流程体系|公司的流程体系|流程架构|流程全貌"},
	{"expect", "expectation|expect|expects|expects from|business expects|hopes for", "期望|期待|预期"},
	{
		"communicate",
		"communicate|communication|communicator|talk to people|communicative|good talker|people skills",
		"沟通|沟通能力|表达|沟通交流|善于沟通|会沟通|沟通好|口才|交流能力",
	},
	{
		"steer",
		"planning|organising and leading|organizing and leading|leading|controlling|control|plan organise|" +
			"plan organize|plan and organise|plan and organize|management skill|managerial|leadership",
		"计划|领导|控制|组织领导|计划能力|组织能力|领导能力|控制能力|领导力|管理能力|计划组织|管控能力",
	},
	{"weigh", "weigh opinion|weigh|weigh up|balance opinion|balance view|consider opinion", "权衡|权衡意见|权衡各方意见|平衡各方意见|综合各方意见"},
	{"operations", "operations process|operation process|operational process|it operations process", "运维流程|运营流程"},
	{"basics", "basics|basic|fundamentals|foundation|basic knowledge|ground rules", "基础知识|基础|基本知识|入门|基本概念|基础概念|基本功"},
	{"system", "service management system|management system", "服务管理体系|管理体系|服务管理系统"},
	{
		"drive",
		"strong execution|execution skill|execution ability|gets things done|get things done|getting things done|doer|follow through|get it done|assertive|" +
			"executed correctly|execute correctly|correct execution|executed properly|execution strength|hands on",
		"执行力|执行力强|执行能力|执行能力强|推动力|说到做到|正确执行|执行正确|落地能力|能把事办成|办成事|雷厉风行",
	},
	{
		"state",
		"present state|current state|state of the process|really followed|actually followed|really lived|as is|" +
			"status quo|how the process is followed|followed in practice|where the process stands",
		"现状|实际执行情况|真实情况|执行现状|流程现状|实际情况|真实执行情况",
	},
	{
		"itsm",
		"it architecture|architecture|it landscape|itsm|itsm concept|concepts of it service management|" +
			"it service management|service management concept|itil|technical architecture|system landscape",
		"it架构|技术架构|系统架构|信息架构|公司it架构|公司的it架构|it服务管理|服务管理理念|it服务管理理念|itsm|理念|itil|架构知识",
	},
	{
		"chart",
		"flowchart|flow chart|flowcharts|flow charting|flow charting tool|flowcharting|visio|draw process|diagram|" +
			"process map|bpmn|process design|design process|designed process|designing process|process modelling|" +
			"process modeling|draw flow|draw a process|charting|drawing tool|draw|process diagram",
		"流程图|画图|画流程|绘制|流程设计|visio|设计过流程|设计流程|绘图|流程建模|画流程图|绘制流程图|流程图工具|设计过",
	},
	{
		"teamwork",
		"teamwork|team player|team work|team spirit|cross department|across department|cross departmental|" +
			"across departments|cross functional|cross team|across team|collaborate|collaboration|work in a team|" +
			"well in a team|interdepartmental|in a team|team working|work with other departments|cooperation|" +
			"cooperative",
		"团队合作|团队协作|跨部门|跨部门协作|跨部门合作|协作|团队精神|合作能力|合作精神|协作能力|团队意识|团队合作精神|" +
			"跨团队",
	},
	{
		"judgement",
		"judgement|judgment|decision making|decision maker|decisive|decide well|judge well|good decision|" +
			"sound decision|make decision|judgement call|decide and judge|judging|deciding",
		"判断力|决策能力|判断能力|决策和判断|判断|决断|果断|决策力|决断力|决策判断|决策|判断和决策",
	},
	{
		"solver",
		"problem solving|problem solver|analytical|" +
			"propose improvement|analytic|spot what goes wrong|" +
			"find what goes wrong|find out what goes wrong",
		"分析能力|解决问题的能力|解决问题能力|问题分析|分析和解决问题|分析解决问题|分析与解决问题|" +
			"提出改进建议|提改进建议",
	},
	{"policy", "policy|policies|standard|standards|guideline|rules and standards", "政策|标准|规范|方针|制度|政策和标准|政策标准"},
}

// qualityRules say which qualifications are asked for, as rules does for
// responsibilities.
var qualityRules = []rule{
	{"PO-Q1", "authority|authority determine|authority carry process|authority determine carry process|authority process"},
	{"PO-Q2", "frame|frame need business|frame business|able need business|able need frame|need business must frame"},
	{"PO-Q3", "communicate align|communicate stakeholder|communicate align stakeholder|able align stakeholder|able align|able stakeholder|authority align stakeholder"},
	{"SA-Q3", "communicate negotiate|able negotiate|communicate able negotiate"},
	{"PO-Q3 SA-Q3", "communicate"},
	{"PO-Q4", "able expect business|able expect|able expect business process|able expect need business"},
	{"PO-Q5", "operations|steer operations|weigh operations|improvement operations|determine operations|improvement determine operations"},
	{"PL-Q4", "steer process improvement able|weigh process improvement|able determine improvement process|steer determine improvement process"},
	{"PO-Q5 PL-Q4", "steer|weigh|steer weigh|steer hold|steer able"},
	{"PL-Q1", "basics|system|basics system"},
	{"PL-Q2", "drive|drive process|drive carry|drive process carry|drive ensure"},
	{"PL-Q3", "state|state process|state able process|state carry"},
	{"SM-Q1", "itsm|itsm structure|itsm process"},
	{"SM-Q2", "chart|chart build|chart process|chart build process"},
	{"SM-Q3", "teamwork|teamwork align|teamwork stakeholder|teamwork business|teamwork align business"},
	{"SM-Q4", "judgement|judgement determine|judgement compare"},
	{"SM-Q5", "solver|able analyse solve|able analyse problem|able solve problem|able analyse solve problem|solver analyse solve problem improvement|solver analyse problem"},
	{"SA-Q1", "policy|policy process|policy able process|policy compare"},
	{"SA-Q2", "able structure|able structure process"},
}

// theirs keeps, of qualifications, those of the roles that a question names, and
// takes what is asked of those roles in place of the same of another one. Where
// the roles have nothing of it, all are kept: it is asked of somebody else.
func theirs(ids []string, named []slm.RoleKey) []string {
	var kept []string
	has := func(id string) bool {
		role, _, _ := slm.ClauseOf(id)
		return slices.Contains(named, role.Key)
	}
	for _, id := range ids {
		if has(id) {
			kept = append(kept, id)
		}
	}
	for _, pair := range shared {
		for i, id := range pair {
			if len(kept) == 0 && slices.Contains(ids, id) && has(pair[1-i]) {
				kept = append(kept, pair[1-i])
			}
		}
	}
	if len(kept) == 0 {
		return ids
	}
	return kept
}

// quality gives the qualifications that the cues ask for, best first, and how
// clearly they do. Somebody must be said to need or have them: who judges is no
// question about judgement.
func (x *Index) quality(s *sentence) ([]string, float64) {
	cues := s.cues
	ruled, quality := best(requirements, cues)
	switch ids := s.meant(ruled); {
	case ids != nil && isQuality(ids[0]):
		return ids, 3
	case ids != nil:
		return nil, 0
	}
	if !cues[able] && !cues[must] && !cues[qualify] && !cues[learn] {
		return nil, 0
	}
	return ruled, quality
}
